"""Scrapy over the same pages: scrapy runspider spider.py -a order=FILE. FILE is JSON, as crawlee.mjs reads it."""

import json

import scrapy
from scrapy.http import TextResponse


class BenchSpider(scrapy.Spider):
    name = "bench"
    custom_settings = {
        "ROBOTSTXT_OBEY": False,
        "DOWNLOAD_DELAY": 0,
        "COOKIES_ENABLED": False,
        "RETRY_TIMES": 1,
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
    }

    def __init__(self, order):
        with open(order, encoding="utf-8") as file:
            facts = json.load(file)
        self.start_urls = facts["lists"]
        self.wanted = set(facts["pages"])

    def parse(self, response):
        if not isinstance(response, TextResponse):
            return
        for href in response.css("a::attr(href)").getall():
            url = response.urljoin(href)
            if url in self.wanted:
                yield scrapy.Request(url)
